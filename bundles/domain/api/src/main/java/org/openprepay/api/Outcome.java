package org.openprepay.api;

import java.util.Optional;
import java.util.function.Function;

/** What a door answers: done, or refused with a reason. A refusal rolls the transaction back. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Accepted<T>(T value) implements Outcome<T> {}

    /**
     * It was expected that this could be refused.
     *
     * @param code stable, in capitals, for programs: {@code UNKNOWN_METER}
     * @param field the input concerned, when there is one
     * @param message what was wrong with which id, and what the reader can do
     */
    record Refused<T>(String code, Optional<String> field, String message) implements Outcome<T> {
        /** The same refusal where another value was expected. */
        public <R> Refused<R> as() {
            return new Refused<>(code, field, message);
        }
    }

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> refused(String code, String message) {
        return new Refused<>(code, Optional.empty(), message);
    }

    static <T> Outcome<T> refused(String code, String field, String message) {
        return new Refused<>(code, Optional.of(field), message);
    }

    default boolean isAccepted() {
        return this instanceof Accepted<T>;
    }

    /** Goes on with the value, or carries the refusal along. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        if (this instanceof Accepted<T> accepted) {
            return next.apply(accepted.value());
        }
        return ((Refused<T>) this).as();
    }

    /** The value changed, or the same refusal. */
    default <R> Outcome<R> map(Function<? super T, R> change) {
        return then(value -> accepted(change.apply(value)));
    }

    /**
     * The value of something that cannot be refused here.
     *
     * @throws IllegalStateException with the refusal, which is then a bug
     */
    default T orThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        Refused<T> refused = (Refused<T>) this;
        throw new IllegalStateException(refused.code() + ": " + refused.message());
    }
}
