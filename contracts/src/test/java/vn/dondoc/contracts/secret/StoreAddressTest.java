package vn.dondoc.contracts.secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoreAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "mongodb://plan:J7xP0vQm2rT9@db1.example:27017,db2.example/?replicaSet=rs0&tls=true",
        "mongodb+srv://plan:J7xP0vQm2rT9@db.example/?retryWrites=true",
        "mongodb://db1.example/?tls=true&authMechanism=MONGODB-X509"})
    void encrypted_and_as_somebody_is_well(String uri) {
        assertThat(StoreAddress.faults(uri)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://plan:J7xP0vQm2rT9@db1.example/, TLS",
        "mongodb+srv://plan:J7xP0vQm2rT9@db1.example/?tls=false, TLS",
        "mongodb://plan:J7xP0vQm2rT9@db1.example/?tls=true&tlsAllowInvalidHostnames=true, certificates",
        "mongodb://plan:J7xP0vQm2rT9@db1.example/?ssl=true&tlsInsecure=true, certificates",
        "mongodb://db1.example/?tls=true, a user and a password",
        "mongodb://plan@db1.example/?tls=true, a user and a password",
        "mongodb://plan:@db1.example/?tls=true, a user and a password",
        "mongodb://plan:changeme@db1.example/?tls=true, demonstrations",
        "mongodb://plan:local%2Dsecret%2Dof%2Dmine@db1.example/?tls=true, demonstrations",
        "http://db1.example, no address"})
    void what_is_not_is_named(String uri, String fault) {
        assertThat(StoreAddress.faults(uri)).singleElement().satisfies(said -> assertThat(said).contains(fault).doesNotContain("db1.example"));
    }

    @Test
    void everything_wrong_is_named_at_once() {
        assertThat(StoreAddress.faults("mongodb://db1.example")).hasSize(2);
    }
}
