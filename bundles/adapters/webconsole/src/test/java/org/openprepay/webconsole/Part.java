package org.openprepay.webconsole;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A fake that does only what its target spells out; everything else is unsupported. */
final class Part {
    private Part() {}

    static <T> T of(Class<T> door, Object target) {
        return door.cast(
                Proxy.newProxyInstance(
                        Part.class.getClassLoader(),
                        new Class<?>[] {door},
                        (proxy, method, arguments) -> {
                            try {
                                var own =
                                        target.getClass()
                                                .getMethod(
                                                        method.getName(),
                                                        method.getParameterTypes());
                                own.setAccessible(true);
                                return own.invoke(target, arguments);
                            } catch (NoSuchMethodException e) {
                                throw new UnsupportedOperationException(method.toString());
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
