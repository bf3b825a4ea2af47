/** Measures what reading costs, for the benchmarks of the whole product. */
@NullMarked
package vn.dondoc.reading.bench;

import org.jspecify.annotations.NullMarked;
