package org.openprepay.itests.container;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Inside the built distribution; the Karaf container needs JUnit 4. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {
    private static final String HTTP_PORT = "18281";
    private static final long STARTING = 180_000;
    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final int WAITING =
            ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                    | ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                    | ComponentConfigurationDTO.FAILED_ACTIVATION;

    @Inject private BundleContext context;
    @Inject private FeaturesService features;
    @Inject private ServiceComponentRuntime components;

    @Configuration
    public Option[] distribution() {
        String archive = new File(System.getProperty("openprepay.archive")).toURI().toString();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(archive)
                    .name("OpenPrepay")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            systemTimeout(STARTING),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", HTTP_PORT),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    System.getProperty("org.ops4j.pax.url.mvn.localRepository")),
        };
    }

    @Test
    public void everyBundleIsActive() throws InterruptedException {
        assertEquals("bundles that are not active", List.of(), settled(this::idle));
    }

    @Test
    public void everyComponentOfOursIsSatisfied() throws InterruptedException {
        assertEquals("components that wait", List.of(), settled(this::waiting));
    }

    /** What is left when nothing is, or when the time to settle is over. */
    private static List<String> settled(Supplier<List<String>> unsettled)
            throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        List<String> left = unsettled.get();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            left = unsettled.get();
        }
        return left;
    }

    private List<String> idle() {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getHeaders().get("Fragment-Host") == null)
                .filter(b -> b.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    @Test
    public void everyFeatureOfOursInstallsIntoTheRunningServer() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Feature feature : features.getRepository("openprepay").getFeatures()) {
            features.installFeature(feature, EnumSet.noneOf(FeaturesService.Option.class));
            if (!features.isInstalled(feature)) {
                missing.add(feature.getName());
            }
        }
        assertEquals("features that did not install", List.of(), missing);
    }

    private List<String> waiting() {
        return components.getComponentDescriptionDTOs(ours()).stream()
                .flatMap(this::whatItWaitsFor)
                .toList();
    }

    private Bundle[] ours() {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().startsWith("org.openprepay."))
                .toArray(Bundle[]::new);
    }

    private Stream<String> whatItWaitsFor(ComponentDescriptionDTO description) {
        return components.getComponentConfigurationDTOs(description).stream()
                .filter(c -> (c.state & WAITING) != 0)
                .map(c -> description.name + " waits for " + references(c));
    }

    private static List<String> references(ComponentConfigurationDTO configuration) {
        return Arrays.stream(configuration.unsatisfiedReferences)
                .map(r -> r.name + " " + r.target)
                .toList();
    }
}
