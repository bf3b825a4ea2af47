package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import vn.dondoc.contracts.secret.Trust;

/** A certificate of this machine that is its own authority, as PEM files. */
public final class TestCertificate {

    private static final String STORE_PASSWORD = "password-of-the-store";

    private final Path folder;

    private TestCertificate(Path folder) {
        this.folder = folder;
    }

    /** Made by the tool of the JDK. */
    public static TestCertificate in(Path folder) {
        var store = folder.resolve("part.p12");
        try {
            var made = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "part", "-keyalg", "RSA", "-keysize", "2048",
                    "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD, "-dname", "CN=127.0.0.1", "-validity", "2",
                    "-ext", "SAN=ip:127.0.0.1,dns:localhost", "-ext", "BC=ca:true").redirectErrorStream(true).start();
            var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (made.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            var keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
            var key = pem("PRIVATE KEY", keys.getKey("part", STORE_PASSWORD.toCharArray()).getEncoded());
            var certificate = pem("CERTIFICATE", keys.getCertificate("part").getEncoded());
            var pair = new TestCertificate(folder);
            Files.writeString(pair.authority(), certificate);
            Files.writeString(pair.part(), key + certificate);
            return pair;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Whom clients trust. */
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    /** Key and certificate of a server. */
    public Path part() {
        return folder.resolve("part.pem");
    }

    public SSLContext trust() {
        return Trust.in(authority());
    }

    /** A database that takes encrypted connections of that user and no others. */
    public RealMongo mongo(String user, String password) {
        try {
            var key = folder.resolve("members.key");
            Files.writeString(key, Base64.getEncoder().encodeToString("what the members of the set know".getBytes(StandardCharsets.UTF_8)));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            return RealMongo.startSecured(trust(), user, password, "--tlsMode", "requireTLS", "--tlsCertificateKeyFile", part().toString(),
                    "--tlsCAFile", authority().toString(), "--tlsAllowConnectionsWithoutCertificates", "--keyFile", key.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind + "-----\n";
    }
}
