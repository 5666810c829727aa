package org.openprepay.link.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Makes sockets that trust the operator's own authority only. */
final class Tls {
    private Tls() {}

    static SSLSocketFactory trusting(Settings.TrustStore store) {
        try (InputStream file = Files.newInputStream(Path.of(store.file()))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, store.password().toCharArray());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(keys);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "the trust store " + store.file() + " cannot be used: " + unusable.getMessage(),
                    unusable);
        }
    }
}
