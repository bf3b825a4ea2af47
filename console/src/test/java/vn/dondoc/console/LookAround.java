package vn.dondoc.console;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.EventJson;

/** Starts the console on stand-in services, to look at its pages by hand: {@code MONGODB_URI} and {@code DONDOC_SIGNING_KEY} must be set. */
public final class LookAround {

    private LookAround() {}

    public static void main(String[] args) {
        var services = StandIn.start();
        Samples.everything(services, Samples.standing());
        services.on("GET /api/organisation/me", call -> StandIn.json(200, meOf(call.header("Authorization"))));
        TimekeepingPagesTest.answers(services);
        ActSamples.answers(services);
        UrgingSamples.answers(services);
        set("spring.profiles.active", "local");
        for (var service : new String[] {"PLAN", "TASK", "REPORTING", "NOTIFICATION"}) {
            set("DONDOC_" + service + "_URL", services.url());
        }
        set("DONDOC_ISSUER", "http://127.0.0.1:8080");
        set("DONDOC_LOCAL_SECRET", "look-around");
        set("DONDOC_DEMO_PASSWORD", "look-around");
        set("DONDOC_DEMO_ACCOUNTS", Path.of("src/test/resources/accounts.json").toAbsolutePath().toString());
        SpringApplication.run(ConsoleApplication.class, args);
    }

    private static Organisation.Me meOf(String authorization) {
        var claims = new String(java.util.Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), java.nio.charset.StandardCharsets.UTF_8);
        return switch (EventJson.mapper().readTree(claims).get("sub").stringValue()) {
            case "n-0004" -> Samples.provincial();
            case "n-0010" -> Samples.standing();
            default -> Samples.officer();
        };
    }

    private static void set(String key, String value) {
        if (System.getProperty(key) == null && System.getenv(key) == null) {
            System.setProperty(key, value);
        }
    }
}
