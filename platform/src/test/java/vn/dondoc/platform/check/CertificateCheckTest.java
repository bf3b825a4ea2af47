package vn.dondoc.platform.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/** With a server that speaks TLS, under certificates made for the test. */
class CertificateCheckTest {

    private static final char[] PASSWORD = "of-this-test".toCharArray();

    @TempDir Path folder;

    @Test
    void what_a_server_shows_is_looked_at_and_who_is_not_trusted_is_told() throws Exception {
        var soon = certificate("soon", 4);
        var other = certificate("other", 400);
        try (var server = server(soon)) {
            var host = InetSocketAddress.createUnresolved("localhost", server.getLocalPort());
            var name = "localhost:" + server.getLocalPort();
            var trusting = new CertificateCheck(List.of(host), soon.resolveSibling("soon.pem"), Clock.systemUTC()).look(Set.of());
            assertThat(trusting).extracting(Finding::code).containsExactly("CERTIFICATE_ENDS", "CERTIFICATE_ENDS");
            assertThat(trusting).extracting(Finding::severity).containsOnly(Severity.CRITICAL);
            assertThat(trusting.stream().flatMap(one -> one.examples().stream())).containsExactly("soon.pem", name);
            assertThat(trusting).allSatisfy(one -> assertThat(one.figure()).isBetween(3L, 4L));

            var strange = new CertificateCheck(List.of(host), other.resolveSibling("other.pem"), Clock.systemUTC()).look(Set.of());
            assertThat(strange).containsExactly(new Finding("CERTIFICATE_REFUSED", Severity.CRITICAL, 1, List.of(name), null));
        }
    }

    private Path certificate(String name, int days) throws IOException, InterruptedException {
        var store = folder.resolve(name + ".p12");
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", Integer.toString(days),
                "-keystore", store.toString(), "-storetype", "PKCS12");
        keytool("-exportcert", "-rfc", "-alias", name, "-keystore", store.toString(), "-file", folder.resolve(name + ".pem").toString());
        return store;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        var log = folder.resolve("keytool.log");
        var ended = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertThat(ended).as(Files.readString(log)).isZero();
    }

    private static SSLServerSocket server(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD);
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
        Thread.ofVirtual().start(() -> serve(server));
        return server;
    }

    private static void serve(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
                socket.getInputStream().read();
            } catch (SSLHandshakeException refused) {
                // by a client that does not trust us
            } catch (IOException closed) {
                // the test is over, or the client is gone
            }
        }
    }
}
