// Only tests of components pay for loading the DOM matchers.
if (typeof window !== "undefined") require("@testing-library/jest-dom");
