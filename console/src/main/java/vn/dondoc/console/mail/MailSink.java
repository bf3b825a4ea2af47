package vn.dondoc.console.mail;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;
import vn.dondoc.console.settings.ConsoleSettings;

/** An SMTP server on the loopback interface that keeps what it is given; in local only, where a port is set. */
@Component
@Profile("local")
class MailSink implements SmartLifecycle {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final MongoOperations mongo;
    private final Clock systemClock;
    private final @Nullable Integer port;
    private @Nullable SMTPServer server;

    MailSink(MongoOperations mongo, ConsoleSettings settings, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.port = Objects.requireNonNull(settings.local()).mailSinkPort();
    }

    @Override
    public void start() {
        if (port != null) {
            server = SMTPServer.port(port)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .maxMessageSize(LARGEST)
                    .messageHandler((context, from, to, data) -> mongo.insert(ReceivedMessage.read(from, to, data, systemClock.instant())))
                    .build();
            server.start();
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
