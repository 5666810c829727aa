package org.openprepay.house.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("PLAT-01")
class ArrowsTest {
    private static final String WHY_ARROWS =
            "the arrows in README.md point one way: what changes often is imported by nobody, so"
                    + " that it can be replaced while the server runs. Fix: move the shared value"
                    + " to api, or let the upper bundle call the lower one through its door";
    private static final String WHY_NO_CYCLES =
            "packages that need each other can only be understood and replaced together. Fix: move"
                    + " what both need into the lower package, or merge them";

    @TestFactory
    Stream<DynamicTest> eachBundleImportsOnlyWhatItsRowAllows() {
        return Layer.ALL.stream()
                .map(
                        layer ->
                                dynamicTest(
                                        layer.name() + " follows the arrows", () -> check(layer)));
    }

    private static void check(Layer layer) {
        DescribedPredicate<JavaClass> foreign =
                resideInAPackage("org.openprepay..").and(not(resideInAnyPackage(layer.allowed())));
        noClasses()
                .that()
                .resideInAnyPackage(layer.packages().toArray(String[]::new))
                .should()
                .dependOnClassesThat(
                        foreign.as(
                                "are ours but outside its row, which allows " + layer.mayImport()))
                .because(WHY_ARROWS)
                .check(Classes.SHIPPED);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("org.openprepay.(**)")
                .should()
                .beFreeOfCycles()
                .because(WHY_NO_CYCLES)
                .check(Classes.SHIPPED);
    }
}
