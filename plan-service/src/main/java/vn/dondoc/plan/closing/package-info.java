/** Plans whose year is over: what becomes of their open rows, decided once and carried out as a process that can be gone on with. */
@NullMarked
package vn.dondoc.plan.closing;

import org.jspecify.annotations.NullMarked;
