// How long a test takes on a busy machine says nothing about the product; the limit only ends what hangs.
jest.setTimeout(180_000);
