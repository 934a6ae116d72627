// The time of a test on a busy machine says nothing about the product. The limit only ends hanging tests.
jest.setTimeout(180_000);
