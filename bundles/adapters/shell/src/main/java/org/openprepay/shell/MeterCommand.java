package org.openprepay.shell;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.MeterId;
import org.openprepay.api.Slice;
import org.openprepay.metering.Meter;
import org.openprepay.metering.Metering;

/** {@code prepay:meter}. */
@Service
@Command(
        scope = "prepay",
        name = "meter",
        description = "Lists meters and when they were last heard")
@NullUnmarked
public final class MeterCommand implements Action {
    @Reference Metering metering;

    @Argument(name = "after", description = "begin after this number")
    @Nullable String after;

    @Override
    public @Nullable Object execute() {
        var meters =
                metering.list(ShellCaller.now(), Slice.MAX, Optional.ofNullable(after)).items();
        Map<MeterId, Instant> heard =
                metering.lastReadings(meters.stream().map(Meter::id).collect(Collectors.toSet()));
        ShellTable table = new ShellTable();
        for (String title :
                new String[] {"meter", "driver", "address", "commodity", "last reading"}) {
            table.column(title);
        }
        meters.forEach(
                meter ->
                        table.addRow()
                                .addContent(
                                        meter.id(),
                                        meter.driver(),
                                        meter.address(),
                                        meter.commodity(),
                                        Optional.ofNullable(heard.get(meter.id()))
                                                .map(Instant::toString)
                                                .orElse("never")));
        table.print(System.out);
        return null;
    }
}
