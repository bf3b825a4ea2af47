package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** A real Kafka broker, one process that is its own controller. */
public final class RealBroker {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    private final Part part;
    private final String bootstrap;

    private RealBroker(Part part, String bootstrap) {
        this.part = part;
        this.bootstrap = bootstrap;
    }

    /** The one of this JVM, started at the first call. */
    public static RealBroker shared() {
        return Shared.INSTANCE;
    }

    /** A broker of its own, ready for clients. */
    public static RealBroker start() {
        return start("");
    }

    /**
     * The same with more settings, which win; {@code %1$d} and {@code %2$d} are its ports for clients and for itself.
     *
     * @param more lines of a properties file
     */
    public static RealBroker start(String more) {
        var jars = LocalParts.find("kafka") + "/*";
        var folder = Part.newFolder("kafka");
        var port = LocalParts.freePort();
        var settings = write(folder, port, LocalParts.freePort(), more);
        format(jars, folder, settings);
        var part = Part.start(
                List.of(JAVA, "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", jars, "kafka.Kafka", settings.toString()),
                folder);
        var broker = new RealBroker(part, "127.0.0.1:" + port);
        broker.awaitReady();
        return broker;
    }

    public String bootstrapServers() {
        return bootstrap;
    }

    public long pid() {
        return part.pid();
    }

    /** SIGKILL. */
    public void kill() {
        part.kill();
    }

    /** SIGSTOP: it stays connected and answers nothing. */
    public void stop() {
        part.signal("STOP");
    }

    /** SIGCONT. */
    public void goOn() {
        part.signal("CONT");
    }

    /** Starts it again on the same data. */
    public void restart() {
        part.again();
        awaitReady();
    }

    private void awaitReady() {
        Awaitility.await().atMost(LIMIT).until(() -> {
            if (!part.alive()) {
                throw new IllegalStateException("The broker ended: " + part.log());
            }
            try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap, "request.timeout.ms", 2000))) {
                return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
            } catch (ExecutionException | TimeoutException notYet) {
                return false;
            }
        });
    }

    private static Path write(Path folder, int port, int controllerPort, String more) {
        var settings = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s/data
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                %4$s
                """.formatted(port, controllerPort, folder, more.formatted(port, controllerPort));
        try {
            return Files.writeString(folder.resolve("server.properties"), settings);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void format(String jars, Path folder, Path settings) {
        try {
            var process = new ProcessBuilder(
                            JAVA, "-XX:TieredStopAtLevel=1", "-cp", jars, "kafka.tools.StorageTool", "format",
                            "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("format.txt").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("The broker's folder could not be formatted: " + Files.readString(folder.resolve("format.txt")));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Shared {
        static final RealBroker INSTANCE = RealBroker.start();
    }
}
