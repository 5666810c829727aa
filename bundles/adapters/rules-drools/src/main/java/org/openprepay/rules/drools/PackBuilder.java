package org.openprepay.rules.drools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Turns checked DRL into classes, looks through them, and only then loads them. */
final class PackBuilder {
    private static final String MODEL = "org/drools/project/model/ProjectModel";
    private static final Pattern UNKNOWN =
            Pattern.compile("cannot be resolved|Unable to find class|Unable to Analyse|undefined");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");

    private final FactsLoader loader;
    private final ClassGuard guard;
    private final AtomicLong builds = new AtomicLong();

    PackBuilder(FactsLoader loader, ClassGuard guard) {
        this.loader = loader;
        this.guard = guard;
    }

    /** Builds without loading; answers what is wrong, without places; empty when all is well. */
    List<String> tryOut(Collection<String> texts) {
        return build(texts, (services, release, errors) -> errors);
    }

    /** Builds and loads what {@link #tryOut} found to be well. */
    Built build(Collection<String> texts) {
        return build(
                texts,
                (services, release, errors) ->
                        errors.isEmpty() ? load(services, release) : new Built.Failed(errors));
    }

    /** A knowledge base, or why there is none. */
    sealed interface Built {
        /** Ready; nothing else refers to its classes. */
        record Ready(KieBase base) implements Built {}

        /** Messages without places. */
        record Failed(List<String> errors) implements Built {}
    }

    private interface Finish<T> {
        T with(KieServices services, ReleaseId release, List<String> errors);
    }

    private <T> T build(Collection<String> texts, Finish<T> finish) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release =
                services.newReleaseId("org.openprepay", "pack", "" + builds.incrementAndGet());
        try {
            KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
            int number = 0;
            for (String drl : texts) {
                files.write(folder(drl) + number++ + ".drl", drl);
            }
            KieBuilder builder = services.newKieBuilder(files, loader);
            builder.buildAll(ExecutableModelProject.class);
            return finish.with(services, release, errors(builder));
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Drools wants files to lie in the folder of their package. */
    private static String folder(String drl) {
        Matcher named = PACKAGE.matcher(drl);
        String name = named.find() ? named.group(1) : "rules";
        return "src/main/resources/" + name.replace('.', '/') + "/";
    }

    private List<String> errors(KieBuilder builder) {
        List<String> errors = new ArrayList<>();
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            if (!message.getText().startsWith("Java source of")) {
                errors.add(advise(message.getText().replaceAll("\\s+", " ").trim()));
            }
        }
        if (errors.isEmpty() && builder.getResults().hasMessages(Message.Level.ERROR)) {
            errors.add("does not compile");
        }
        if (errors.isEmpty()) {
            Set<String> refused = refused((InternalKieModule) builder.getKieModule());
            refused.forEach(
                    name ->
                            errors.add(
                                    name + " is not allowed in rules; use the methods of facts"));
        }
        return errors;
    }

    private static String advise(String error) {
        return UNKNOWN.matcher(error).find()
                ? error + "; rules see only facts, their properties and methods"
                : error;
    }

    private Set<String> refused(InternalKieModule module) {
        Set<String> refused = new TreeSet<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(".class") && !file.contains(MODEL)) {
                refused.addAll(guard.refused(module.getBytes(file)));
            }
        }
        return refused;
    }

    /** The base alone keeps what it needs; the container would keep it for ever. */
    private Built load(KieServices services, ReleaseId release) {
        KieContainer container = services.newKieContainer(release, loader);
        try {
            return new Built.Ready(container.getKieBase());
        } finally {
            container.dispose();
        }
    }
}
