package vn.dondoc.task;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import vn.dondoc.testing.EffectiveSettings;
import vn.dondoc.testing.RealParts;

@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EffectiveSettingsTest {

    @Autowired ApplicationContext service;

    @Test
    void nothing_is_lost_and_nobody_gives_up() {
        EffectiveSettings.check(service, Map.of("planEvents-in-0", "task-service", "organisationEvents-in-0", "task-service-organisation",
                "partEvents-in-0", "task-service-parts"));
    }
}
