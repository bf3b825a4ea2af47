package vn.dondoc.testing.sample;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;

import static org.awaitility.Awaitility.await;

/** One context of the sample service for all tests that do not need parts of their own. */
@RealParts
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SampleTest {

    final TestProvince province = new TestProvince("pf");
    final String admin = province.token("tinh", Role.PROVINCE_ADMINISTRATOR);

    @Autowired ApplicationContext context;

    SampleService sample;

    @BeforeAll
    void provinceIsKnown() {
        sample = SampleService.of(context);
        sample.awaitReady();
        province.publish(sample.topics);
        var standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        await().atMost(SampleService.LIMIT).untilAsserted(() -> sample.get("/api/jobs", standing).expectStatus().isOk());
    }

    @AfterAll
    void topicsAreClosed() {
        sample.topics.close();
    }
}
