package vn.dondoc.reading.bench;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingBenchTest {

    @Test
    void theMeasuredDocumentHoldsItsRows() {
        ReadingResult result = new PlanReader().read(new SourceFile("large.md", LargePlan.text(500).getBytes(StandardCharsets.UTF_8)));

        assertThat(result).isInstanceOf(ReadingResult.Read.class);
        Reading reading = ((ReadingResult.Read) result).reading();
        assertThat(reading.tasks()).filteredOn(task -> task.source().table() != null).hasSize(500).allSatisfy(task -> assertThat(task.lead()).hasSize(1));
        assertThat(reading.reporting()).hasSize(6);
    }
}
