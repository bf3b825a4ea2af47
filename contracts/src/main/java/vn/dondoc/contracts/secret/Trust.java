package vn.dondoc.contracts.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts the authorities of a PEM file: no others, or beside those of the JDK. */
public final class Trust {

    private Trust() {}

    /** @throws IllegalArgumentException when the file holds no certificates */
    public static SSLContext in(Path authorities) {
        return trusting(authorities, List.of());
    }

    /**
     * From now on every connection of this process that asks for nothing else trusts the authorities of the file, too, beside those of the
     * JDK: the provider of a province or its mail server may have a certificate of the province's own authority.
     */
    public static void everywhere(Path authorities) {
        SSLContext.setDefault(trusting(authorities, known()));
    }

    /**
     * The certificates of a PEM file.
     *
     * @throws IllegalArgumentException when the file holds none
     */
    public static List<X509Certificate> certificates(Path authorities) {
        try (var in = Files.newInputStream(authorities)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("DONDOC_CA_FILE holds no certificate: " + authorities);
            }
            return found;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("DONDOC_CA_FILE cannot be read: " + authorities, unreadable);
        }
    }

    private static SSLContext trusting(Path authorities, List<X509Certificate> besides) {
        var own = certificates(authorities);
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var certificate : Stream.concat(own.stream(), besides.stream()).toList()) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("DONDOC_CA_FILE cannot be read: " + authorities, unreadable);
        }
    }

    private static List<X509Certificate> known() {
        try {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init((KeyStore) null);
            return Stream.of(managers.getTrustManagers()).filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast)
                    .flatMap(manager -> Stream.of(manager.getAcceptedIssuers())).toList();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has authorities", impossible);
        }
    }
}
