package org.openprepay.rules.drools;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openprepay.rules.drools.ConstantPool.Reference;

/**
 * The last wall: whatever the source looked like, the compiled classes may reach only facts, values
 * and what the engine's own generator writes.
 */
final class ClassGuard {
    private static final Set<String> ANY = Set.of();

    /** Members by class; an empty set means all of them. */
    private static final Map<String, Set<String>> MEMBERS =
            Map.ofEntries(
                    Map.entry(
                            "java.lang.Object", Set.of("<init>", "equals", "hashCode", "toString")),
                    Map.entry("java.lang.String", stringMembers()),
                    Map.entry("java.lang.StringBuilder", Set.of("<init>", "append", "toString")),
                    Map.entry("java.lang.Integer", numberMembers()),
                    Map.entry("java.lang.Long", numberMembers()),
                    Map.entry("java.lang.Short", numberMembers()),
                    Map.entry("java.lang.Byte", numberMembers()),
                    Map.entry("java.lang.Double", numberMembers()),
                    Map.entry("java.lang.Float", numberMembers()),
                    Map.entry("java.lang.Boolean", numberMembers()),
                    Map.entry("java.lang.Character", numberMembers()),
                    Map.entry("java.lang.Number", numberMembers()),
                    Map.entry("java.lang.Math", ANY),
                    Map.entry("java.lang.Comparable", ANY),
                    Map.entry("java.lang.Enum", enumMembers()),
                    Map.entry("java.math.BigDecimal", decimalMembers()),
                    Map.entry("java.math.BigInteger", Set.of("valueOf")),
                    Map.entry("java.math.MathContext", Set.of("DECIMAL128")),
                    Map.entry("java.util.List", collectionMembers()),
                    Map.entry("java.util.Set", collectionMembers()),
                    Map.entry("java.util.Map", collectionMembers()),
                    Map.entry("java.util.Collection", collectionMembers()),
                    Map.entry(
                            "java.util.Optional", Set.of("isPresent", "isEmpty", "orElse", "get")),
                    Map.entry("java.util.Objects", Set.of("equals", "hash", "hashCode", "isNull")),
                    Map.entry("java.util.Arrays", Set.of("asList", "hashCode", "equals")),
                    Map.entry("java.lang.IllegalArgumentException", Set.of("<init>")),
                    Map.entry("java.lang.RuntimeException", Set.of("<init>")),
                    Map.entry("java.lang.Exception", Set.of("<init>")),
                    Map.entry("java.lang.Throwable", Set.of("addSuppressed")),
                    Map.entry("java.lang.System", Set.of("arraycopy")),
                    Map.entry("java.lang.Class", Set.of("getName")),
                    Map.entry("java.io.Serializable", ANY),
                    Map.entry("java.time.format.DateTimeFormatterBuilder", ANY),
                    Map.entry("java.util.Collections", Set.of("emptyList")),
                    Map.entry("java.util.Locale", Set.of("ENGLISH")),
                    Map.entry("java.util.UUID", Set.of("fromString")),
                    Map.entry("org.drools.util.DateUtils", Set.of("getDateFormatMask")));

    private static final Set<String> NEVER =
            Set.of("now", "system", "systemUTC", "systemDefaultZone", "atZone", "toPlainString");
    private static final List<String> GENERATED =
            List.of(
                    "org.drools.model.",
                    "org.drools.modelcompiler.dsl.",
                    "org.drools.core.base.accumulators.");
    private static final Set<String> BRIDGES =
            Set.of(
                    "org.drools.compiler.kie.builder.MaterializedLambda",
                    "org.drools.modelcompiler.util.EvaluationUtil",
                    "java.lang.invoke.SerializedLambda",
                    "java.lang.invoke.MethodHandles$Lookup");
    private static final Set<String> FACTORIES =
            Set.of("", "metafactory", "altMetafactory", "makeConcatWithConstants");

    private final AllowedTypes types;

    ClassGuard(AllowedTypes types) {
        this.types = types;
    }

    /** What the class must not reach, readable; empty when all is well. */
    Set<String> refused(byte[] classFile) {
        Set<String> refused = new TreeSet<>();
        for (Reference reference : ConstantPool.references(classFile)) {
            if (!allows(reference)) {
                String member = reference.member().isEmpty() ? "" : "." + reference.member();
                refused.add(reference.owner() + member);
            }
        }
        return refused;
    }

    private boolean allows(Reference reference) {
        String owner = reference.owner();
        String member = reference.member();
        Set<String> members = MEMBERS.get(owner);
        if (members != null) {
            return member.isEmpty() || members.isEmpty() || members.contains(member);
        }
        if (types.isOurs(owner)) {
            return !member.equals("getClass") && !NEVER.contains(member);
        }
        if (owner.startsWith("java.lang.invoke.")) {
            return BRIDGES.contains(owner) || FACTORIES.contains(member);
        }
        return owner.length() == 1
                || owner.startsWith("tariff.")
                || owner.startsWith("policy.")
                || generated(owner, member);
    }

    private static boolean generated(String owner, String member) {
        if (owner.equals("org.drools.model.Drools")
                || owner.equals("org.drools.model.RuleContext")) {
            return member.isEmpty();
        }
        return BRIDGES.contains(owner) || GENERATED.stream().anyMatch(owner::startsWith);
    }

    private static Set<String> enumMembers() {
        return Set.of("<init>", "valueOf", "equals", "name", "compareTo", "ordinal");
    }

    private static Set<String> stringMembers() {
        return Set.of(
                "valueOf",
                "equals",
                "equalsIgnoreCase",
                "compareTo",
                "hashCode",
                "toString",
                "length",
                "isEmpty",
                "isBlank",
                "startsWith",
                "endsWith",
                "contains",
                "trim");
    }

    private static Set<String> numberMembers() {
        return Set.of(
                "valueOf",
                "booleanValue",
                "charValue",
                "shortValue",
                "intValue",
                "longValue",
                "floatValue",
                "doubleValue",
                "byteValue",
                "equals",
                "compare",
                "compareTo",
                "hashCode",
                "toString",
                "TYPE",
                "TRUE",
                "FALSE");
    }

    private static Set<String> decimalMembers() {
        return Set.of(
                "<init>",
                "valueOf",
                "ZERO",
                "ONE",
                "TEN",
                "add",
                "subtract",
                "multiply",
                "divide",
                "negate",
                "abs",
                "min",
                "max",
                "signum",
                "equals",
                "compareTo",
                "hashCode",
                "intValue",
                "longValue",
                "toString");
    }

    private static Set<String> collectionMembers() {
        return Set.of("contains", "containsKey", "get", "size", "isEmpty", "of");
    }
}
