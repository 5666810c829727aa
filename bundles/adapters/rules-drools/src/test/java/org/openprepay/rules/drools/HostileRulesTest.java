package org.openprepay.rules.drools;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openprepay.rulebook.RuleProblem;

/** Files that would harm the server, or that a clumsy hand wrote: all refused, all with a place. */
@Tag("TAR-13")
class HostileRulesTest {
    private static final String BILL = "$b : Bill()";

    /** Actions of a rule; they stand in line 6. */
    static Stream<Arguments> actions() {
        return Stream.of(
                actions("System.exit(0);", "rules see only facts"),
                actions("java.lang.System.exit(0);", "System"),
                actions("Runtime.getRuntime().exec(\"id\");", "Runtime"),
                actions("new ProcessBuilder(\"id\").start();", "ProcessBuilder"),
                actions("$b.getClass().getClassLoader();", "getClass is not allowed"),
                actions("Class.forName(\"x\");", "forName is not allowed"),
                actions("Object o = Bill.class;", "class literals are not allowed"),
                actions("new Thread().start();", "Thread"),
                actions("Thread.sleep(1000);", "Thread"),
                actions("new java.net.Socket(\"h\", 1);", "java.net"),
                actions("new java.io.File(\"/etc/passwd\").delete();", "java.io.File"),
                actions("new java.io.FileWriter(\"/tmp/x\");", "java.io.FileWriter"),
                actions("java.nio.file.Files.list(null);", "java.nio"),
                actions("java.util.ServiceLoader.load(null);", "ServiceLoader"),
                actions("new java.util.Timer();", "Timer"),
                actions("Integer.getInteger(\"user.home\");", "java.lang.Integer.getInteger"),
                actions("System.getenv();", "System"),
                actions("ClassLoader.getSystemClassLoader();", "ClassLoader"),
                actions("sun.misc.Unsafe.getUnsafe();", "sun"),
                actions("javax.naming.InitialContext.doLookup(\"x\");", "javax"),
                actions("java.time.Instant.now();", "java.time.Instant.now"),
                actions("\"x\".repeat(2000000000);", "java.lang.String.repeat"),
                actions("$b.total().pow(999999999);", "java.math.BigDecimal.pow"),
                actions("$b.total().setScale(2000000000);", "java.math.BigDecimal.setScale"),
                actions("$b.charge(\"x\", \"1E+999999999\");", "write the digits"),
                actions("while (true) {}", "loops are not allowed"),
                actions("for (;;) {}", "loops are not allowed"),
                actions("do {} while (true);", "loops are not allowed"),
                actions("for (Object o : $b.lines().keySet()) {}", "loops are not allowed"),
                actions("Runnable r = () -> {};", "lambdas are not allowed"),
                actions("Runnable r = System.out::println;", "lambdas are not allowed"),
                actions("new Object() { { } };", "classes are not allowed"),
                actions("class X {} ", "is not allowed"),
                actions("synchronized ($b) {}", "Synchronized is not allowed"),
                actions("try {} finally {}", "Try is not allowed"),
                actions("throw new RuntimeException();", "Throw is not allowed"),
                actions("} static { System.exit(0); } {", "cannot be read as Java"),
                actions("modify($b) { charge(\"x\", \"1\") }", "modify is not allowed"),
                actions("update($b);", "update(…) is not allowed"),
                actions("insert(new Bill());", "insert(…) is not allowed"),
                actions("delete($b);", "delete(…) is not allowed"),
                actions("drools.halt();", "the engine cannot be reached"),
                actions("kcontext.getKieRuntime().halt();", "the engine cannot be reached"),
                actions("$b.charge(\"\\u0022\", \"1\");", "unicode escapes are not allowed"));
    }

    private static Arguments actions(String then, String words) {
        return Arguments.of(then, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void actionsThatReachBeyondTheFactsAreRefusedAtTheirLine(String then, String words) {
        String drl = Packs.HEAD + Packs.rule("Bad", BILL, then);
        assertRefused(drl, 3, 6, words);
    }

    /** Conditions of a rule; they stand in line 4. */
    static Stream<Arguments> conditions() {
        return Stream.of(
                actions("eval( true )", "eval is not allowed"),
                actions("Usage( eval(true) )", "eval is not allowed"),
                actions("Usage( period matches \"(a+)+b\" )", "matches is not allowed"),
                actions("Usage( period.matches(\"(a+)+b\") )", "matches is not allowed"),
                actions("Usage( Runtime.getRuntime() != null )", "Runtime"),
                actions("Usage( System.nanoTime() > 0 )", "System"),
                actions("Usage( this.class.name == \"x\" )", "class is not allowed"),
                actions("Usage( new Thread() != null )", "new is not allowed"),
                actions("Usage() from new java.util.ArrayList()", "from, collect"),
                actions("Usage() from entry-point \"x\"", "from, collect"),
                actions("Number() from collect( Usage() )", "from, collect"),
                actions("Usage() over window:length( 3 )", "windows are not allowed"),
                actions(
                        "Number() from accumulate( Usage(), init( int i = 0; ) action( i++; )"
                                + " result( i ) )",
                        "accumulate may only use"),
                actions("java.lang.Thread()", "Thread"),
                actions("forall( Usage() )", "forall is not allowed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void conditionsThatReachBeyondTheFactsAreRefusedAtTheirLine(String when, String words) {
        assertRefused(Packs.HEAD + Packs.rule("Bad", when, ""), 3, 6, words);
    }

    static Stream<Arguments> files() {
        String rule = Packs.rule("Fine", BILL, "$b.charge(\"x\", \"1\");");
        return Stream.of(
                file("package evil.x;\n", rule, 1, "the package must be tariff.<name>"),
                file(Packs.HEAD + "import java.io.File;\n", rule, 3, "import of java.io.File"),
                file(Packs.HEAD + "import java.lang.*;\n", rule, 3, "import of java.lang.*"),
                file(
                        Packs.HEAD + "import static java.lang.System.exit;\n",
                        rule,
                        3,
                        "static imports are not allowed"),
                file(
                        Packs.HEAD + "import function java.lang.System.exit;\n",
                        rule,
                        3,
                        "static imports are not allowed"),
                file(Packs.HEAD + "global java.util.List list;\n", rule, 3, "globals"),
                file(Packs.HEAD + "function int f() { return 1; }\n", rule, 3, "functions"),
                file(Packs.HEAD + "declare X\n  a : int\nend\n", rule, 3, "declare"),
                file(Packs.HEAD + "declare enum X\n  A, B;\nend\n", rule, 3, "declare"),
                file(Packs.HEAD + "dialect \"mvel\"\n", rule, 3, "only dialect \"java\""),
                file(Packs.HEAD + "query q()\n  Usage()\nend\n", rule, 3, "queries"),
                file(Packs.HEAD, rule.replace(" when", " salience 10 when"), 3, "salience"),
                file(Packs.HEAD, rule.replace(" when", " no-loop when"), 3, "no-loop"),
                file(Packs.HEAD, rule.replace(" when", " timer (int: 1s) when"), 3, "timer"),
                file(Packs.HEAD, rule.replace(" when", " dialect \"mvel\" when"), 3, "dialect"),
                file(Packs.HEAD, rule.replace(" when", " @x when"), 3, "annotations"),
                file(Packs.HEAD, rule + rule, 8, "another rule has the same name"),
                file(Packs.HEAD, rule.replace("Bill()", "Bil()"), 3, "Bil"),
                file(Packs.HEAD, rule.replace("end", ""), 0, "rules.drl"),
                file(Packs.HEAD, rule.replace("Bill()", "((((((((((((((Bill()"), 4, "brackets"),
                file(Packs.HEAD + "\u0007", rule, 3, "control characters"));
    }

    private static Arguments file(String head, String rules, int line, String words) {
        return Arguments.of(head + rules, line, words);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("files")
    void filesThatDeclareMoreThanRulesAreRefusedAtTheirLine(String drl, int line, String words) {
        assertRefused(drl, line == 0 ? 1 : line, line == 0 ? 99 : line, words);
    }

    private static void assertRefused(String drl, int from, int to, String words) {
        List<RuleProblem> problems = Packs.problems(Map.of("rules.drl", drl));
        assertFalse(problems.isEmpty(), "was accepted");
        boolean told =
                problems.stream()
                        .anyMatch(
                                each ->
                                        each.file().equals("rules.drl")
                                                && each.line() >= from
                                                && each.line() <= to
                                                && each.toString().contains(words));
        assertTrue(told, problems.toString());
    }

    @Test
    void aMistakeInOneRuleOfManyIsFoundByItsLine() {
        StringBuilder drl = new StringBuilder(Packs.HEAD);
        for (int i = 0; i < 20; i++) {
            String then = i == 13 ? "$b.chargee(\"x\", \"1\");" : "$b.charge(\"x\", \"1\");";
            drl.append(Packs.rule("Rule " + i, BILL, then));
        }
        List<RuleProblem> problems = Packs.problems(Map.of("rules.drl", drl.toString()));
        assertTrue(
                problems.get(0).toString().startsWith("rules.drl:68 rule \"Rule 13\":"),
                problems.toString());
        assertTrue(problems.get(0).message().contains("chargee"), problems.toString());
    }

    @Test
    void theSameNameInTwoFilesIsRefused() {
        String drl = Packs.HEAD + Packs.rule("Twin", BILL, "$b.charge(\"x\", \"1\");");
        List<RuleProblem> problems = Packs.problems(Map.of("a.drl", drl, "b.drl", drl));
        assertTrue(problems.get(0).toString().startsWith("b.drl:3 rule \"Twin\": the same name"));
    }

    @Test
    void aPackWithoutRulesIsRefused() {
        assertTrue(Packs.problems(Map.of("x.txt", "")).get(0).message().contains("no rules"));
        assertFalse(Packs.problems(Map.of("a.drl", "")).isEmpty());
    }

    @Test
    void hugeFilesAreRefusedBeforeTheyAreParsed() {
        String drl = Packs.HEAD + "\n".repeat(TextGuard.MAX_LINES);
        assertTrue(Packs.problems(Map.of("a.drl", drl)).get(0).message().contains("more than"));
    }

    @Test
    void tooManyRulesInAllFilesTogetherAreRefused() {
        StringBuilder[] files = {new StringBuilder(Packs.HEAD), new StringBuilder(Packs.HEAD)};
        for (int i = 0; i <= PackageGuard.MAX_RULES; i++) {
            String then = "$b.charge(\"x\", \"1\");";
            files[i % 2].append(Packs.rule("Rule " + i, BILL, then));
        }
        List<RuleProblem> problems =
                Packs.problems(Map.of("a.drl", "" + files[0], "b.drl", "" + files[1]));
        assertTrue(problems.get(0).message().contains("split it"), problems.toString());
    }
}
