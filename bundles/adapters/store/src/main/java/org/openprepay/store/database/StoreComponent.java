package org.openprepay.store.database;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.sql.DataSource;
import org.openprepay.api.Backup;
import org.openprepay.store.database.StoreSettings.Identity;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Opens the database and offers it to Aries JPA, which then makes the entity manager factory. */
@Component(
        configurationPid = "org.openprepay.store",
        immediate = true,
        service = {})
@Designate(ocd = StoreComponent.Config.class)
public final class StoreComponent {
    private final Database database;
    private final ServiceRegistration<DataSource> dataSource;
    private final ServiceRegistration<Backup> backup;

    /** The settings as the web console shows them. */
    @ObjectClassDefinition(name = "OpenPrepay: store")
    public @interface Config {
        @AttributeDefinition(
                name = "Address",
                description =
                        "JDBC address, such as jdbc:mariadb://127.0.0.1:3306/openprepay; empty"
                                + " means an H2 file in the data folder")
        String url() default "";

        @AttributeDefinition(name = "Owner", description = "Migrates the schema")
        String owner_user() default "openprepay_owner";

        @AttributeDefinition(
                name = "Owner's password",
                type = AttributeType.PASSWORD,
                description = "Made by the server for H2 when empty")
        String owner_password() default "";

        @AttributeDefinition(name = "Application", description = "Works with the data")
        String application_user() default "openprepay";

        @AttributeDefinition(
                name = "Application's password",
                type = AttributeType.PASSWORD,
                description = "Made by the server for H2 when empty")
        String application_password() default "";

        @AttributeDefinition(name = "Connections", description = "Most at once")
        int pool_size() default 16;
    }

    @Activate
    public StoreComponent(
            BundleContext context,
            Config config,
            @Reference(target = "(clock=wall)") InstantSource wall) {
        database = Database.open(settings(config, dataFolder(context)));
        dataSource =
                context.registerService(DataSource.class, database.application(), properties());
        backup = context.registerService(Backup.class, database.backup(wall), null);
    }

    private static Dictionary<String, String> properties() {
        var properties = new Hashtable<String, String>();
        properties.put("osgi.jndi.service.name", "openprepay");
        return properties;
    }

    private static Path dataFolder(BundleContext context) {
        String karaf = context.getProperty("karaf.data");
        return Path.of(karaf == null ? "data" : karaf);
    }

    private static StoreSettings settings(Config config, Path data) {
        return new StoreSettings(
                config.url(),
                new Identity(config.owner_user(), config.owner_password()),
                new Identity(config.application_user(), config.application_password()),
                data,
                config.pool_size());
    }

    @Deactivate
    void close() {
        backup.unregister();
        dataSource.unregister();
        database.close();
    }
}
