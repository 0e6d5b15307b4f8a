/** Just enough HTTP: routes, requests, answers. */
@NullMarked
package dev.siyu.simulator.http;

import org.jspecify.annotations.NullMarked;
