package org.openprepay.prepayment.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "OpenPrepay: supply",
        description = "Limits for cutting and restoring supply")
@interface SupplyConfig {
    @AttributeDefinition(
            name = "Cuts an hour",
            description = "More cuts in an hour of wall time stop all cuts until released")
    int cutsPerHour() default 20;

    @AttributeDefinition(
            name = "Stale after hours",
            description = "Nobody is cut on a last reading older than this")
    int staleHours() default 48;

    @AttributeDefinition(
            name = "Field job after days",
            description = "An alert asks for a visit when a meter is silent so long")
    int fieldJobDays() default 5;

    @AttributeDefinition(
            name = "Payment pending hours",
            description = "How long a payment on its way prevents a cut")
    int paymentPendingHours() default 72;

    @AttributeDefinition(
            name = "Order minutes",
            description = "Wall time in which a supply order must be obeyed")
    int orderMinutes() default 1440;

    @AttributeDefinition(
            name = "Disagreements",
            description = "Reports against what is wanted until the alert is critical")
    int disagreements() default 3;
}
