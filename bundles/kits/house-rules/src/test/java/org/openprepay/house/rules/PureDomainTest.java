package org.openprepay.house.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PLAT-01")
class PureDomainTest {
    private static final String[] PURE = {
        "java..", "javax.crypto..", "org.openprepay..", "org.jspecify.annotations"
    };
    private static final String[] COMPONENTS = {"org.osgi..", "org.slf4j.."};
    private static final String WHY_PURE =
            "values and doors of the domain outlive every library, and tests make them with new."
                    + " Fix: put the component into ..internal, or the library into an adapter";
    private static final String WHY_LOCKED =
            "JPA, JAX-RS, Drools and their like are each locked into one adapter. Fix: name what"
                    + " you need as a port in the domain and let the adapter fill it";
    private static final String WHY_EXACT =
            "money and energy are exact decimals; a binary fraction loses cents. Fix: use Money,"
                    + " Quantity or BigDecimal";

    private static final DescribedPredicate<JavaClass> DESCRIPTION = simpleName("package-info");

    @Test
    void valuesAndDoorsOfTheDomainKnowOnlyJava() {
        noClasses()
                .that()
                .resideInAnyPackage(Layer.DOMAIN)
                .and()
                .resideOutsideOfPackage("..internal..")
                .and(not(DESCRIPTION))
                .should()
                .dependOnClassesThat(not(plain(PURE)).as("come from a library"))
                .because(WHY_PURE)
                .check(Classes.SHIPPED);
    }

    @Test
    void componentsOfTheDomainKnowOnlyAnnotationsAndTheLog() {
        noClasses()
                .that()
                .resideInAPackage("..internal..")
                .and()
                .resideInAnyPackage(Layer.DOMAIN)
                .and(not(DESCRIPTION))
                .should()
                .dependOnClassesThat(
                        not(plain(PURE).or(resideInAnyPackage(COMPONENTS)))
                                .as("come from a library other than OSGi's annotations and SLF4J"))
                .because(WHY_LOCKED)
                .check(Classes.SHIPPED);
    }

    @Test
    void noFieldOfTheDomainIsABinaryFraction() {
        for (Class<?> type : List.of(double.class, float.class, Double.class, Float.class)) {
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(Layer.DOMAIN)
                    .should()
                    .haveRawType(type)
                    .because(WHY_EXACT)
                    .check(Classes.SHIPPED);
        }
    }

    @Test
    void noDecimalOfTheDomainPassesThroughABinaryFraction() {
        noClasses()
                .that()
                .resideInAnyPackage(Layer.DOMAIN)
                .should()
                .callConstructor(BigDecimal.class, double.class)
                .orShould()
                .callMethod(BigDecimal.class, "valueOf", double.class)
                .orShould()
                .callMethod(BigDecimal.class, "doubleValue")
                .orShould()
                .callMethod(BigDecimal.class, "floatValue")
                .because(WHY_EXACT)
                .check(Classes.SHIPPED);
    }

    private static DescribedPredicate<JavaClass> plain(String... packages) {
        DescribedPredicate<JavaClass> primitive =
                DescribedPredicate.describe(
                        "primitive", c -> c.getBaseComponentType().isPrimitive());
        return primitive
                .or(resideInAnyPackage(packages))
                .or(
                        DescribedPredicate.describe(
                                "array of these",
                                c -> resideInAnyPackage(packages).test(c.getBaseComponentType())));
    }
}
