// Made by "npm run gen". Do not edit. Every template of this folder, sorted by id.
import afterSales360 from "./after-sales-360";
import businessCoach from "./business-coach";
import centreAssessment from "./centre-assessment";
import customerCentred from "./customer-centred";
import dmaicChecklists from "./dmaic-checklists";
import fivePosts from "./five-posts";
import gradedManager from "./graded-manager";
import hotlineAgent from "./hotline-agent";
import managementIndicators from "./management-indicators";
import serviceDepartment from "./service-department";
import serviceQualityReview from "./service-quality-review";
import serviceStaff from "./service-staff";
import serviceStandards from "./service-standards";
import shiftLeader from "./shift-leader";
import specialist from "./specialist";
import supervisor from "./supervisor";

export const TEMPLATES = [
  afterSales360,
  businessCoach,
  centreAssessment,
  customerCentred,
  dmaicChecklists,
  fivePosts,
  gradedManager,
  hotlineAgent,
  managementIndicators,
  serviceDepartment,
  serviceQualityReview,
  serviceStaff,
  serviceStandards,
  shiftLeader,
  specialist,
  supervisor,
] as const;
