package org.openprepay.rest.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that needs no right. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lets {
    /** Who may call. */
    Who value();

    /** Everybody, or everybody who signed in, even with a one-time password. */
    enum Who {
        ANYBODY,
        SIGNED_IN
    }
}
