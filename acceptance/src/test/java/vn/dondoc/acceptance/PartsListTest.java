package vn.dondoc.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every application carries the list of what it is made of (CycloneDX), for the operator's scanner: each library that lies in it, with its version. */
class PartsListTest {

    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("dondoc.root")));

    @ParameterizedTest
    @ValueSource(strings = {"plan-service", "task-service", "reporting-service", "notification-service", "console"})
    void an_application_names_every_library_in_it(String application) throws IOException {
        try (var jar = new ZipFile(ROOT.resolve(application).resolve("target").resolve(application + ".jar").toFile())) {
            var list = JsonMapper.shared().readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
            var named = list.path("components").valueStream().map(part -> part.path("name").asString() + "-" + part.path("version").asString() + ".jar").toList();
            var inside = jar.stream().map(entry -> Path.of(entry.getName())).filter(path -> path.startsWith("BOOT-INF/lib")).map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".jar")).toList();
            assertThat(inside).hasSizeGreaterThan(80);
            assertThat(named).as("what is in it and not in the list").containsAll(inside.stream().filter(name -> !isOfTheLoader(name)).toList());
        }
    }

    /** Put in by the packaging itself. */
    private static boolean isOfTheLoader(String name) {
        return name.startsWith("spring-boot-jarmode-");
    }
}
