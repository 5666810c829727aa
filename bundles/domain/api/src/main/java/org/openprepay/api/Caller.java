package org.openprepay.api;

import java.util.Set;

/**
 * Who asks, and what they may do; every domain door takes one and checks it.
 *
 * @param name the user, machine or part of the server, as audit records show it
 * @param rights everything granted
 */
public record Caller(String name, Set<Right> rights) {
    public Caller {
        rights = Set.copyOf(rights);
    }

    /** A part of the server acting on its own account, for example {@code system:midnight}. */
    public static Caller system(String part) {
        return new Caller("system:" + part, Set.of(Right.values()));
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /**
     * Lets the caller pass.
     *
     * @throws Denied when the right is not granted
     */
    public void require(Right right) {
        if (!may(right)) {
            throw new Denied(name, right);
        }
    }

    /** The caller is known but lacks a right. */
    public static final class Denied extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Right right;

        Denied(String name, Right right) {
            super(name + " lacks the right " + right);
            this.right = right;
        }

        public Right right() {
            return right;
        }
    }
}
