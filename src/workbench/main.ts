import "bootstrap/dist/css/bootstrap.min.css";
import "font-awesome/css/font-awesome.min.css";
import "@odoo/o-spreadsheet/dist/o_spreadsheet.css";
import "./page.css";
import { startWorkbench } from "./workbench";

const element = document.getElementById("workbench");
if (element === null) throw new Error("index.html has no element #workbench");
void startWorkbench(element);
