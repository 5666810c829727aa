package org.openprepay.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.openprepay.api.Right;

/** What staff are; the code is how REST, the shell and the web console name it. */
public enum Role {
    ADMINISTRATOR("administrator", EnumSet.allOf(Right.class)),
    CLERK("clerk", EnumSet.of(Right.VIEW, Right.SELL)),
    VIEWER("viewer", EnumSet.of(Right.VIEW));

    private final String code;
    private final Set<Right> rights;

    Role(String code, Set<Right> rights) {
        this.code = code;
        this.rights = Set.copyOf(rights);
    }

    public String code() {
        return code;
    }

    public Set<Right> rights() {
        return rights;
    }

    /**
     * @throws IllegalArgumentException naming the known roles
     */
    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "unknown role "
                                                + code
                                                + "; known are administrator, clerk, viewer"));
    }
}
