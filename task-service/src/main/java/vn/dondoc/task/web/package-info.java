/** The HTTP interface of tasks. */
@NullMarked
package vn.dondoc.task.web;

import org.jspecify.annotations.NullMarked;
