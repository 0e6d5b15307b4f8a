package dev.siyu.layers;

/** How close a customer is to the brand (层级), from far to near. */
enum Layer {
  OUTER,
  INFLUENCE,
  CORE
}
