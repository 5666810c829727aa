package org.openprepay.rules.drools;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only class loader that rules and their compiler see: facts, values, harmless parts of the
 * Java library and the engine's runtime. Other classes do not exist here, neither as classes nor as
 * the {@code .class} resources that the compiler reads.
 */
final class FactsLoader extends ClassLoader {
    private static final List<String> PREFIXES =
            List.of(
                    "org.drools.",
                    "org.kie.",
                    "tariff.",
                    "policy.",
                    "java.math.",
                    "java.time.",
                    "java.util.function.",
                    "java.lang.annotation.",
                    "java.lang.constant.",
                    "java.lang.invoke.",
                    "org.openprepay.api.");
    private static final Set<String> NOT_LANG =
            Set.of(
                    "System",
                    "Runtime",
                    "Process",
                    "ProcessBuilder",
                    "ProcessHandle",
                    "Thread",
                    "ThreadGroup",
                    "ThreadLocal",
                    "InheritableThreadLocal",
                    "ClassLoader",
                    "Module",
                    "ModuleLayer",
                    "StackWalker",
                    "SecurityManager",
                    "Compiler",
                    "Package");
    private static final Set<String> NOT_UTIL =
            Set.of(
                    "Scanner",
                    "ServiceLoader",
                    "Timer",
                    "TimerTask",
                    "ResourceBundle",
                    "Random",
                    "Properties",
                    "Formatter");
    private static final Set<String> IO =
            Set.of(
                    "Serializable",
                    "Externalizable",
                    "ObjectInput",
                    "ObjectOutput",
                    "ObjectStreamException",
                    "IOException");

    private final AllowedTypes types;

    FactsLoader(ClassLoader engine, AllowedTypes types) {
        super(engine);
        this.types = types;
    }

    private boolean exists(String name) {
        return types.isFact(name)
                || PREFIXES.stream().anyMatch(name::startsWith)
                || flat(name, "java.lang.") && !NOT_LANG.contains(outer(name))
                || flat(name, "java.util.") && !NOT_UTIL.contains(outer(name))
                || flat(name, "java.io.") && IO.contains(outer(name));
    }

    private static boolean flat(String name, String parent) {
        return name.startsWith(parent) && name.indexOf('.', parent.length()) < 0;
    }

    private static String outer(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        int inner = simple.indexOf('$');
        return inner > 0 ? simple.substring(0, inner) : simple;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!exists(name)) {
            throw new ClassNotFoundException("not allowed in rules: " + name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String path) {
        return hidden(path) ? null : super.getResource(path);
    }

    @Override
    public Enumeration<URL> getResources(String path) throws IOException {
        return hidden(path) ? Collections.emptyEnumeration() : super.getResources(path);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        return hidden(path) ? null : super.getResourceAsStream(path);
    }

    private boolean hidden(String path) {
        return path.endsWith(".class")
                && !exists(path.substring(0, path.length() - ".class".length()).replace('/', '.'));
    }
}
