package vn.dondoc.plan.organisation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.plan.rules.BrokenRules;

import static org.assertj.core.api.Assertions.assertThat;

/** The province that is brought along keeps to the rules of the import. */
class SampleProvinceTest {

    private static final Path PROVINCE = Path.of(System.getProperty("dondoc.root", ".."), "samples", "province.json");

    @Test
    void the_sample_province_is_taken_as_it_is() throws IOException {
        var body = EventJson.mapper().readValue(Files.readString(PROVINCE), DirectoryBody.class);
        var broken = new BrokenRules();
        var checked = CheckedDirectory.check(body, new KnownDirectory(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()), broken);
        assertThat(broken.all()).isEmpty();
        assertThat(checked.units()).hasSizeGreaterThan(100);
        assertThat(checked.bodies()).hasSize(24);
    }
}
