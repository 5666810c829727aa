package org.openprepay.rest;

import java.util.function.Supplier;

/** Some libraries find their parts only through the thread's class loader. */
final class Libraries {
    private Libraries() {}

    static <T> T within(Class<?> library, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(library.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
