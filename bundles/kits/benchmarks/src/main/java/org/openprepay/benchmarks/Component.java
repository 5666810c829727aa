package org.openprepay.benchmarks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Makes a component as Declarative Services does when nobody configured it. */
final class Component {
    private Component() {}

    /** The services in the constructor's order; the settings that follow them are the defaults. */
    static <T> T unconfigured(Class<T> type, Object... services) {
        try {
            Constructor<?> constructor = type.getConstructors()[0];
            Class<?>[] wanted = constructor.getParameterTypes();
            Object[] arguments = Arrays.copyOf(services, wanted.length);
            arguments[services.length] = defaults(wanted[services.length]);
            return type.cast(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object defaults(Class<?> settings) {
        return Proxy.newProxyInstance(
                settings.getClassLoader(),
                new Class<?>[] {settings},
                (proxy, method, arguments) -> method.getDefaultValue());
    }
}
