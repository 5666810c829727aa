package org.openprepay.rest;

import java.time.InstantSource;
import org.openprepay.access.Access;
import org.openprepay.api.IdSource;
import org.openprepay.api.Outbox;
import org.openprepay.api.Schedule;
import org.openprepay.api.Transactions;
import org.openprepay.api.UtilityClock;
import org.openprepay.customers.Customers;
import org.openprepay.ledger.Ledger;
import org.openprepay.metering.Metering;
import org.openprepay.metering.Orders;
import org.openprepay.prepayment.Accounts;
import org.openprepay.prepayment.Alerts;
import org.openprepay.prepayment.Intake;
import org.openprepay.prepayment.SupplyDesk;
import org.openprepay.rulebook.Rulebook;

/** Everything of the domain and the host that this door leads to. */
record Doors(
        Access access,
        Customers customers,
        Metering metering,
        Orders orders,
        Accounts accounts,
        Intake intake,
        SupplyDesk supplyDesk,
        Alerts alerts,
        Rulebook rulebook,
        Ledger ledger,
        Outbox outbox,
        Transactions transactions,
        UtilityClock utility,
        InstantSource wall,
        Schedule schedule,
        IdSource ids) {}
