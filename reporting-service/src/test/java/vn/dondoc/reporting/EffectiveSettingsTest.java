package vn.dondoc.reporting;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.dondoc.testing.EffectiveSettings;

class EffectiveSettingsTest extends ServiceTest {

    @Autowired ApplicationContext service;

    @Test
    void nothing_is_lost_and_nobody_gives_up() {
        EffectiveSettings.check(service, Map.of(
                "planEvents-in-0", "reporting-service", "targetEvents-in-0", "reporting-service-targets", "taskEvents-in-0", "reporting-service-tasks",
                "reportEvents-in-0", "reporting-service-reports", "matterEvents-in-0", "reporting-service-matters", "organisationEvents-in-0", "reporting-service-organisation"));
    }
}
