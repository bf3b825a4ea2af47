package vn.dondoc.console.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** The services that get tokens in their own name, each by the secret that both were told. */
public record ClientSecrets(Map<String, String> byName) {

    public ClientSecrets {
        byName = Map.copyOf(byName);
    }

    /** Whether that is the service's secret; the comparison takes as long for a wrong one, and for a service that nobody knows. */
    public boolean prove(String name, String secret) {
        var expected = byName.getOrDefault(name, "");
        var same = MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        return same && !expected.isEmpty();
    }

    @Override
    public String toString() {
        return "ClientSecrets" + byName.keySet();
    }
}
