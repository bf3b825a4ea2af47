package vn.dondoc.platform.check;

import com.mongodb.ConnectionString;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.DondocProperties;
import vn.dondoc.platform.store.Rounds;
import vn.dondoc.platform.store.StoreReadiness;

/** The checks that every service makes, and where they are told. */
@Configuration(proxyBeanMethods = false)
public class CheckConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int MONGO_PORT = 27017;

    @Bean
    SelfCheck clockCheck(MongoTemplate mongo, Clock systemClock) {
        return new ClockCheck(mongo, systemClock);
    }

    @Bean
    SelfCheck diskCheck(MongoTemplate mongo, KafkaProperties kafka) {
        return new DiskCheck(mongo, kafka.buildAdminProperties());
    }

    @Bean
    SelfCheck topicCheck(KafkaProperties kafka, DondocProperties properties) {
        return new TopicCheck(kafka.buildAdminProperties(), properties.topicReplication());
    }

    @Bean
    SelfCheck certificateCheck(
            @Value("${spring.mongodb.uri}") String store, KafkaProperties kafka, Environment environment, Clock systemClock) {
        var authorities = environment.getProperty("DONDOC_CA_FILE", "").strip();
        var hosts = new ArrayList<InetSocketAddress>();
        var database = new ConnectionString(store);
        if (Boolean.TRUE.equals(database.getSslEnabled()) && !database.isSrvProtocol()) {
            database.getHosts().forEach(host -> hosts.add(host(host, MONGO_PORT)));
        }
        if (environment.getProperty("KAFKA_SECURITY_PROTOCOL", "").strip().endsWith("SSL")) {
            kafka.getBootstrapServers().forEach(host -> hosts.add(host(host, 0)));
        }
        return new CertificateCheck(hosts, authorities.isEmpty() ? null : Path.of(authorities), systemClock);
    }

    private static InetSocketAddress host(String told, int usual) {
        var colon = told.lastIndexOf(':');
        var named = colon > told.lastIndexOf(']');
        return InetSocketAddress.createUnresolved(named ? told.substring(0, colon) : told, named ? Integer.parseInt(told.substring(colon + 1)) : usual);
    }

    @Bean
    SelfChecks selfChecks(List<SelfCheck> checks) {
        return new SelfChecks(checks, Duration.ofSeconds(SelfChecks.SECONDS));
    }

    @Bean
    CheckController checkController(SelfChecks checks, Clock systemClock, @Value("${spring.application.name}") String service) {
        return new CheckController(checks, systemClock, service);
    }

    @Bean
    Rounds checkRounds(SelfChecks checks, MeterRegistry registry, StoreReadiness store) {
        return new Rounds("checks", PAUSE, store, new CheckMetrics(checks, registry)::round);
    }
}
