package org.openprepay.store.database;

import java.util.List;
import java.util.stream.Stream;

/** Every table of the schema; a test compares the list with the database. */
final class Tables {
    /** What is written once and never changed: the application may only insert and read. */
    static final List<String> INSERT_ONLY =
            List.of("journal_entry", "posting", "reversal", "audit");

    static final List<String> ORDINARY =
            List.of(
                    "account",
                    "alert",
                    "balance",
                    "brake",
                    "checkpoint",
                    "counter",
                    "customer",
                    "desk",
                    "hold",
                    "meter",
                    "meter_head",
                    "meter_link",
                    "meter_memory",
                    "meter_order",
                    "meter_secret",
                    "notice",
                    "outbox",
                    "pack",
                    "pack_file",
                    "pack_version",
                    "profile_day",
                    "protection",
                    "quarantine",
                    "reading",
                    "service_point",
                    "staff",
                    "staff_session",
                    "supply_cut");

    static final List<String> ALL = Stream.concat(INSERT_ONLY.stream(), ORDINARY.stream()).toList();

    private Tables() {}
}
