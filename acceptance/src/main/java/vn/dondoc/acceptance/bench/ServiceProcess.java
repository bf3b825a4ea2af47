package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestIssuer;

/** One of our services from its jar, as in production: nothing told to the compiler of the JVM. It ends with this JVM at the latest. */
final class ServiceProcess implements AutoCloseable {

    /** Guards its clock. */
    static final String SECRET = "a-secret-of-this-run";

    private final Process process;
    private final int port;
    private final Path log;
    private final Thread atExit = new Thread(this::end);

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts it on a free port, and waits until it is ready. */
    static ServiceProcess start(String name, Map<String, String> more) throws IOException {
        var port = freePort();
        var log = Files.createTempFile("dondoc-bench-" + name, ".log");
        var jar = Path.of(Objects.requireNonNull(System.getProperty("dondoc.root"))).resolve(name).resolve("target").resolve(name + ".jar");
        var builder = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx384m", "-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment(port));
        builder.environment().putAll(more);
        var service = new ServiceProcess(builder.start(), port, log);
        try {
            Ready.await(name, port, service.process::isAlive);
            return service;
        } catch (RuntimeException never) {
            System.err.println(Files.readString(log));
            service.close();
            throw never;
        }
    }

    private static Map<String, String> environment(int port) {
        return Map.of(
                "SPRING_PROFILES_ACTIVE", "local",
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port),
                "MONGODB_URI", RealMongo.shared().uri(),
                "KAFKA_BOOTSTRAP_SERVERS", RealBroker.shared().bootstrapServers(),
                "DONDOC_TOPIC_REPLICATION", "1",
                "DONDOC_ISSUER", TestIssuer.issuer(),
                "DONDOC_JWKS_URI", TestIssuer.jwksUri(),
                "DONDOC_LOCAL_SECRET", SECRET);
    }

    /** Stops it as it is, so that nothing of it runs until {@link #resume}. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var ended = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException("Process " + process.pid() + " takes no signal " + name);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void end() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                System.err.println("Process " + process.pid() + " did not end");
            }
            Files.deleteIfExists(log);
        } catch (IOException left) {
            System.err.println("Left behind: " + log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
