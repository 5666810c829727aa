package org.openprepay.metering.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form that the web console shows for the validation of readings. */
@ObjectClassDefinition(
        name = "OpenPrepay metering",
        description = "When a reading is believed, held or put in quarantine.")
@interface MeteringConfig {
    @AttributeDefinition(
            name = "Clock drift in seconds",
            description = "A reading further in the future than this is not believed.")
    int clockDriftSeconds() default 300;

    @AttributeDefinition(
            name = "Longest gap in hours",
            description = "An advance over a longer time without data is held, not charged.")
    int maxGapHours() default 168;

    @AttributeDefinition(
            name = "Tolerance of the physical bound in percent",
            description = "More than maximum power times hours plus this is a spike.")
    int tolerancePercent() default 20;

    @AttributeDefinition(
            name = "Register step",
            description = "The coarsest step in which a register counts, in its own unit.")
    String registerStep() default "1";

    @AttributeDefinition(
            name = "Mismatch in percent",
            description = "How far interval values may differ from the register's advance.")
    int mismatchPercent() default 2;
}
