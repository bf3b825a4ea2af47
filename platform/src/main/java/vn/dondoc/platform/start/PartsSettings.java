package vn.dondoc.platform.start;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.dondoc.contracts.setting.Setting;

/**
 * What a service is told of its broker and its database, as it stands in the environment.
 *
 * @param local opens what exists on one machine only: demo accounts, the shift of the clock, the mail sink (SPRING_PROFILES_ACTIVE)
 * @param store a replica set, without a database; outside {@code local} with {@code tls=true}, a user and a password (MONGODB_URI)
 * @param protocol how the brokers are spoken to; outside {@code local} nothing but {@code SASL_SSL} is taken (KAFKA_SECURITY_PROTOCOL)
 * @param mechanism how the brokers are shown who this is (KAFKA_SASL_MECHANISM)
 * @param username as whom the brokers know this service (KAFKA_USERNAME)
 * @param password of {@code KAFKA_USERNAME} (KAFKA_PASSWORD)
 * @param authorities PEM file of those whose certificates of broker and database are trusted; for everything else (provider, mail server, gateways) they
 *     count beside those of the JDK. Without it those of the JDK count alone (DONDOC_CA_FILE)
 */
record PartsSettings(
        @Setting(values = "`local` or nothing") boolean local,
        @Setting(secret = true, values = "`mongodb://[user:password@]hosts/?replicaSet=…`") String store,
        @Setting(needed = "needed", values = "`SASL_SSL`; in `local` also `SSL`, `SASL_PLAINTEXT`, `PLAINTEXT`") String protocol,
        @Setting(values = "`SCRAM-SHA-512`, `SCRAM-SHA-256`, `PLAIN`") String mechanism,
        @Setting(needed = "needed") String username,
        @Setting(secret = true, needed = "needed") String password,
        @Setting(values = "file") String authorities) {

    static PartsSettings of(Environment environment) {
        return new PartsSettings(
                environment.acceptsProfiles(Profiles.of("local")),
                environment.getProperty("MONGODB_URI", "").strip(),
                environment.getProperty("KAFKA_SECURITY_PROTOCOL", "").strip(),
                environment.getProperty("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512").strip(),
                environment.getProperty("KAFKA_USERNAME", "").strip(),
                environment.getProperty("KAFKA_PASSWORD", "").strip(),
                environment.getProperty("DONDOC_CA_FILE", "").strip());
    }

    @Override
    public String toString() {
        return "PartsSettings without its secrets";
    }
}
