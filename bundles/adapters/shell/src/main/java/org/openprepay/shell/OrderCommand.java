package org.openprepay.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Caller;
import org.openprepay.api.IdSource;
import org.openprepay.api.MeterId;
import org.openprepay.api.OrderId;
import org.openprepay.metering.MeterOrder;
import org.openprepay.metering.Orders;

/** {@code prepay:order}. */
@Service
@Command(
        scope = "prepay",
        name = "order",
        description = "Lists orders, or asks a meter for its relay with --read")
@NullUnmarked
public final class OrderCommand implements Action {
    private static final Duration VALID = Duration.ofHours(1);
    private static final int ON_DEMAND = 3;
    private static final int SHOWN = 50;

    @Reference Orders orders;
    @Reference IdSource ids;

    @Reference(filter = "(clock=wall)")
    InstantSource wall;

    @Argument(name = "meter", description = "a meter number")
    @Nullable String meter;

    @Option(name = "--read", description = "order the meter to report its relay")
    boolean read;

    @Override
    public @Nullable Object execute() {
        Caller caller = ShellCaller.now();
        Optional<MeterId> of = Optional.ofNullable(meter).map(MeterId::new);
        if (read) {
            MeterId asked = of.orElseThrow(() -> new Failure("Name the meter to read."));
            Failure.orElse(orders.place(caller, order(caller, asked)));
        }
        ShellTable table = new ShellTable();
        for (String title :
                new String[] {
                    "order", "meter", "kind", "argument", "state", "attempts", "detail"
                }) {
            table.column(title);
        }
        orders.list(caller, of, SHOWN, Optional.empty())
                .items()
                .forEach(order -> row(table, order));
        table.print(System.out);
        return null;
    }

    private MeterOrder order(Caller caller, MeterId asked) {
        Instant now = wall.instant();
        return new MeterOrder(
                new OrderId("shell:" + ids.next()),
                asked,
                "read-supply",
                "",
                0,
                ON_DEMAND,
                MeterOrder.State.QUEUED,
                0,
                now,
                now.plus(VALID),
                now,
                "",
                caller.name());
    }

    private static void row(ShellTable table, MeterOrder order) {
        table.addRow()
                .addContent(
                        order.id(),
                        order.meter(),
                        order.kind(),
                        order.argument(),
                        order.state(),
                        order.attempts(),
                        order.detail());
    }
}
