package org.openprepay.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.Caller;
import org.openprepay.prepayment.SupplyDesk;

/** {@code prepay:brake}. */
@Service
@Command(
        scope = "prepay",
        name = "brake",
        description = "Shows the cut brake; stops or releases all cuts")
@NullUnmarked
public final class BrakeCommand implements Action {
    @Reference SupplyDesk desk;

    @Argument(name = "action", description = "stop or release; without one the state is shown")
    @Nullable String action;

    @Argument(index = 1, name = "reason", description = "why; kept in the audit")
    @Nullable String reason;

    @Override
    public @Nullable Object execute() {
        Caller caller = ShellCaller.now();
        var brake = action == null ? desk.brake(caller) : change(caller, action);
        System.out.println(
                (brake.stopped() ? "All cuts are stopped" : "Cuts are free")
                        + " since "
                        + brake.since()
                        + " by "
                        + brake.by()
                        + ": "
                        + brake.reason());
        System.out.println(
                brake.cutsThisHour()
                        + " of "
                        + brake.limitPerHour()
                        + " cuts this hour, "
                        + brake.held()
                        + " held");
        return null;
    }

    private SupplyDesk.Brake change(Caller caller, String wanted) {
        if (!wanted.equals("stop") && !wanted.equals("release")) {
            throw new Failure("Say stop or release, not " + wanted + ".");
        }
        if (reason == null || reason.isBlank()) {
            throw new Failure("Say why: prepay:brake " + wanted + " \"reason\".");
        }
        return Failure.orElse(desk.brake(caller, wanted.equals("stop"), reason));
    }
}
